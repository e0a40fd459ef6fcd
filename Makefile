# Two commands matter: `make run` and `make test`. `make help` shows the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run build release test check fmt assets e2e bench docs new-capability setup clean-data

# Where `make run` keeps its data, and what it listens on.
DATA ?= data
LISTEN ?= 127.0.0.1:8080
TARGET := $(or $(CARGO_TARGET_DIR),target)

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z][a-z0-9-]*:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## Build and serve the demo town on 127.0.0.1:8080 (DATA=folder, LISTEN=address:port)
	@exec '$(TARGET)/debug/samenstuur' serve --data '$(DATA)' --listen '$(LISTEN)' --demo-if-empty

build:
	@tools/setup run
	@tools/assets
	cargo build --locked --bin samenstuur

release: ## Build the program as a town installs it: slower to build, several times quicker to run
	@tools/setup run
	@tools/assets
	cargo build --release --locked --bin samenstuur

test: ## Run everything that must hold, with one summary (STEPS="build tests" for some)
	@tools/test $(STEPS)

check: ## Quick look while working: formatting, lints, types
	@tools/assets
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked

fmt: ## Put the code in the house's format
	cargo fmt --all

assets: ## Bundle style sheet, script, font and icons
	@tools/assets --force

e2e: ## Journeys in a real browser alone (JOURNEY=name, MODE=js, nojs or small)
	@tools/setup test
	@tools/assets
	cargo build --locked --bin samenstuur
	node e2e/run.mjs --pictures $(if $(JOURNEY),--journey '$(JOURNEY)') $(if $(MODE),--mode '$(MODE)')

bench: ## Measure speed, memory and sizes (about three quarters of an hour); writes the figures of docs/performance.md (ARGS=--quick leaves the largest index out)
	@tools/setup bench
	@tools/assets
	@bench/run --write $(ARGS)

docs: ## Build the documentation of the crates
	RUSTDOCFLAGS='-D warnings' cargo doc --workspace --no-deps --locked
	@echo "open $(TARGET)/doc/samenstuur/index.html"

new-capability: ## Start a capability (NAME=guided-tours)
	@tools/new-capability '$(NAME)'

setup: ## Look at this machine, install what may be installed, say what is missing
	@tools/setup test

clean-data: ## Throw the demo town of `make run` away (DATA=folder)
	@tools/clean-data '$(DATA)'

# Shared by the scripts in this folder; sourced, never run.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}
TOOLS_DIR=$TARGET/tools
# Debian keeps initdb and pg_ctl out of the PATH, one folder per major; the newest comes last and is put first.
for pg_bin in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin; do
  if [ -d "$pg_bin" ]; then PATH=$pg_bin:$PATH; fi
done
export PATH=$TOOLS_DIR/bin:$PATH

say() { printf '%s\n' "$*"; }
loud() { printf '\n!!! %s\n\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

# The first Chromium found, or nothing. SAMENSTUUR_CHROMIUM wins.
chromium_path() {
  local name
  if [ -n "${SAMENSTUUR_CHROMIUM:-}" ]; then printf '%s' "$SAMENSTUUR_CHROMIUM"; return; fi
  for name in chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if have "$name"; then command -v "$name"; return; fi
  done
}

# Installs the packages of one npm folder exactly as locked, and only when the lock or the folder changed.
npm_install() {
  local folder=$ROOT/$1
  if [ ! -f "$folder/package-lock.json" ]; then
    loud "$1/package-lock.json is missing: this checkout is not whole"
    return 1
  fi
  if [ -f "$folder/node_modules/.installed-lock" ] && cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed-lock"; then
    say "$1: npm packages are as locked"
    return
  fi
  say "$1: installing npm packages as locked"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  cp "$folder/package-lock.json" "$folder/node_modules/.installed-lock"
}

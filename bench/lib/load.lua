-- What wrk asks, and how it tells what it measured (one line of JSON, latencies in microseconds).
--   wrk -s load.lua BASE -- get FILE [ACCEPT_ENCODING]   asks the addresses of FILE (one a line) in turn
--   wrk -s load.lua BASE -- respond FILE RUN             responds to the vacancies of FILE in turn, each time as
--                                                        somebody else from somewhere else; RUN keeps two runs apart
local made, at, run = {}, 0, nil

local function get(addresses, encoding)
  local headers = { ["Accept"] = "text/html", ["Accept-Language"] = "nl", ["Accept-Encoding"] = encoding }
  for _, address in ipairs(addresses) do made[#made + 1] = wrk.format("GET", address, headers) end
end

local function response()
  local body = string.format(
    "name=Mees+de+Proef&email=%s.%d%%40voorbeeld.example&reach=email&ask=look&ask=when"
      .. "&question=Ik+heb+op+dinsdag+tijd.+Mag+ik+eerst+een+keer+komen+kijken%%3F", run, at)
  return wrk.format("POST", made[at % #made + 1], {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Accept-Language"] = "nl",
    ["Sec-Fetch-Site"] = "same-origin",
    ["X-Forwarded-For"] = string.format("10.%d.%d.%d", at / 65536 % 256, at / 256 % 256, at % 256),
  }, body)
end

function init(args)
  local addresses = {}
  for address in io.lines(args[2]) do addresses[#addresses + 1] = address end
  if args[1] == "get" then
    get(addresses, args[3])
  else
    run = args[3]
    for _, address in ipairs(addresses) do made[#made + 1] = address .. "/reageer" end
  end
end

function request()
  at = at + 1
  if run then return response() end
  return made[at % #made + 1]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"micros":%d,"p50":%d,"p99":%d,"most":%d,"broken":%d,"refused":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency.max,
    errors.connect + errors.read + errors.write + errors.timeout, errors.status
  ))
end

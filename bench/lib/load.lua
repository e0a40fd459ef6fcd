-- What wrk asks, and how it tells what it measured (one line of JSON, latencies in microseconds).
--   wrk -s load.lua BASE -- get FILE [ACCEPT_ENCODING]   asks the addresses of FILE (one a line) in turn
--   wrk -s load.lua BASE -- respond FILE RUN             responds to the vacancies of FILE in turn, each time as
--                                                        somebody else from somewhere else; RUN keeps two runs apart
--   wrk -s load.lua BASE -- unlike FILE                  asks the addresses of FILE in turn, each time with another query,
--                                                        from another network; a tab and a cookie may stand behind one
local made, cookies, at, run, unlike, threads = {}, {}, 0, nil, false, {}
-- Answers that were none of 200.
other = 0

local function get(addresses, encoding)
  local headers = { ["Accept"] = "text/html", ["Accept-Language"] = "nl", ["Accept-Encoding"] = encoding }
  for _, address in ipairs(addresses) do made[#made + 1] = wrk.format("GET", address, headers) end
end

local function responding()
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

local function page()
  local which = at % #made + 1
  local mark = made[which]:find("?", 1, true) and "&" or "?"
  return wrk.format("GET", made[which] .. mark .. "m=" .. at, {
    ["Accept"] = "text/html", ["Accept-Language"] = "nl", ["Cookie"] = cookies[which],
    ["X-Forwarded-For"] = string.format("10.%d.%d.%d", at / 65536 % 256, at / 256 % 256, at % 256),
  })
end

function setup(thread)
  threads[#threads + 1] = thread
end

function init(args)
  local addresses = {}
  for address in io.lines(args[2]) do addresses[#addresses + 1] = address end
  if args[1] == "get" then
    get(addresses, args[3])
  elseif args[1] == "unlike" then
    unlike = true
    for number, line in ipairs(addresses) do made[number], cookies[number] = line:match("^([^\t]+)\t?(.*)$") end
    function response(status)
      if status ~= 200 then other = other + 1 end
    end
  else
    run = args[3]
    for _, address in ipairs(addresses) do made[#made + 1] = address .. "/reageer" end
  end
end

function request()
  at = at + 1
  if run then return responding() end
  if unlike then return page() end
  return made[at % #made + 1]
end

function done(summary, latency)
  local errors, others = summary.errors, 0
  for _, thread in ipairs(threads) do others = others + thread:get("other") end
  io.write(string.format(
    '{"requests":%d,"micros":%d,"p50":%d,"p99":%d,"most":%d,"broken":%d,"refused":%d,"other":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency.max,
    errors.connect + errors.read + errors.write + errors.timeout, errors.status, others
  ))
end

-- KEYS: an experiment and its results, of each. Gives JSON, status, end and the number of results of each, or gaps.
local found = {}
for i = 1, #KEYS, 2 do
  local known = redis.call('HMGET', KEYS[i], 'experiment', 'status', 'ended')
  found[2 * i - 1] = known[1]
  found[2 * i] = known[2]
  found[2 * i + 1] = known[3]
  found[2 * i + 2] = redis.call('LLEN', KEYS[i + 1])
end
return found

-- KEYS: experiment and results of each. Gives plan, status, end and number of results, or gaps.
local found = {}
for i = 1, #KEYS, 2 do
  local known = redis.call('HMGET', KEYS[i], 'plan', 'status', 'ended')
  for j = 1, 3 do
    found[#found + 1] = known[j]
  end
  found[#found + 1] = redis.call('LLEN', KEYS[i + 1])
end
return found

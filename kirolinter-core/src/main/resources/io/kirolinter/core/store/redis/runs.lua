-- KEYS: runs of one repository. Gives plan and state of each, or two gaps.
local found = {}
for i = 1, #KEYS do
  local run = redis.call('HMGET', KEYS[i], 'plan', 'state')
  found[2 * i - 1] = run[1]
  found[2 * i] = run[2]
end
return found

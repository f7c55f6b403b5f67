-- KEYS: some, of one slot. Tells how many are there.
local there = 0
for i = 1, #KEYS do
  there = there + redis.call('EXISTS', KEYS[i])
end
return {there}

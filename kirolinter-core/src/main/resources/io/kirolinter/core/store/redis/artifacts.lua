-- KEYS: artifacts, order. Gives step and type, then JSON, of each in the order of their making.
local found = {}
for _, name in ipairs(redis.call('LRANGE', KEYS[2], 0, -1)) do
  found[#found + 1] = name
  found[#found + 1] = redis.call('HGET', KEYS[1], name)
end
return found

-- KEYS: run. Gives field, then JSON, of each artifact in the order of their making.
local found = {}
for field in (redis.call('HGET', KEYS[1], 'made') or ''):gmatch('(.-)\n\n') do
  found[#found + 1] = field
  found[#found + 1] = redis.call('HGET', KEYS[1], field)
end
return found

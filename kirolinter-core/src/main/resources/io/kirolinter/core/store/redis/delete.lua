-- KEYS: run, newest
local known = redis.call('HMGET', KEYS[1], 'over', 'entry')
if known[1] ~= '1' then
  return {'kept'}
end
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], known[2])
return {'deleted'}

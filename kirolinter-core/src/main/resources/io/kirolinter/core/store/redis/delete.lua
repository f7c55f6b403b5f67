-- KEYS: run, newest, artifacts, order, facts
local known = redis.call('HMGET', KEYS[1], 'over', 'entry')
if known[1] ~= '1' then
  return {'kept'}
end
redis.call('DEL', KEYS[1], KEYS[3], KEYS[4])
redis.call('ZREM', KEYS[2], known[2])
local name = string.sub(known[2], 1, 46)
redis.call('ZREMRANGEBYLEX', KEYS[5], '[' .. name, '(' .. name .. '\255')
return {'deleted'}

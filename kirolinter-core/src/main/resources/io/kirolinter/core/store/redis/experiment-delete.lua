-- KEYS: experiment, index, results
local entry = redis.call('HGET', KEYS[1], 'entry')
if not entry then
  return {'none'}
end
redis.call('DEL', KEYS[1], KEYS[3])
redis.call('ZREM', KEYS[2], entry)
return {'deleted'}

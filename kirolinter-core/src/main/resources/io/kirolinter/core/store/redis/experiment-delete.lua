-- KEYS: experiment, results, index
local entry = redis.call('HGET', KEYS[1], 'entry')
if not entry then
  return {'gone'}
end
redis.call('DEL', KEYS[1], KEYS[2])
redis.call('ZREM', KEYS[3], entry)
return {'deleted'}

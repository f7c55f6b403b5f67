-- KEYS: run
if redis.call('HGET', KEYS[1], 'over') ~= '0' then
  return {'none'}
end
redis.call('HSET', KEYS[1], 'cancel', '1')
return {'asked'}

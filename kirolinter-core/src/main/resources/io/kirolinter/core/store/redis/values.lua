-- KEYS: a hash
return redis.call('HVALS', KEYS[1])

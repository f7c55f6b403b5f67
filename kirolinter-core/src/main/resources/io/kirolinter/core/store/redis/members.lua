-- KEYS: a set
return redis.call('SMEMBERS', KEYS[1])

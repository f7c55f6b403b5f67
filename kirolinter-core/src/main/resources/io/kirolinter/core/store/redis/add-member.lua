-- KEYS: a set   ARGV: member
redis.call('SADD', KEYS[1], ARGV[1])
return {}

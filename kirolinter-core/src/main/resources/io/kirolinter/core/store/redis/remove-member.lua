-- KEYS: a set   ARGV: member
return {redis.call('SREM', KEYS[1], ARGV[1])}

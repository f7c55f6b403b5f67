-- Members in falling order.   KEYS: a sorted set   ARGV: from where on, how many
return redis.call('ZRANGE', KEYS[1], ARGV[1], '-', 'BYLEX', 'REV', 'LIMIT', 0, ARGV[2])

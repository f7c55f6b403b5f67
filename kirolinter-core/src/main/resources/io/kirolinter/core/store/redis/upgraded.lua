-- Notes that the data is in the next version, unless somebody has done so.
-- KEYS: version   ARGV: before, after
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2])
end
return {redis.call('GET', KEYS[1])}

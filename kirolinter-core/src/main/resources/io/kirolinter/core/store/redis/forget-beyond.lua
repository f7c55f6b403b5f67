-- KEYS: kinds   ARGV: pattern, how many of each kind stay
local deleted = 0
for _, kind in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  deleted = deleted + redis.call('ZREMRANGEBYRANK', ARGV[1] .. kind, 0, -ARGV[2] - 1)
end
return {deleted}

-- KEYS: kinds   ARGV: pattern, how many stay
local deleted = 0
for _, kind in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  deleted = deleted + redis.call('ZREMRANGEBYRANK', ARGV[1] .. kind, 0, -1 - tonumber(ARGV[2]))
end
return {deleted}

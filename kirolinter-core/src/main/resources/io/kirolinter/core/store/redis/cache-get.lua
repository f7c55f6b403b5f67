-- What is used stays.   KEYS: entries   ARGV: how long
local found = {}
for i = 1, #KEYS do
  found[i] = redis.call('GET', KEYS[i])
  if found[i] then
    redis.call('PEXPIRE', KEYS[i], ARGV[1])
  end
end
return found

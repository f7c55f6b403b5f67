-- Numbers an opening, and says in which version the data is. Changes nothing of a newer version.
-- KEYS: version, openings   ARGV: our version
local version = redis.call('GET', KEYS[1])
if version and version ~= ARGV[1] and not (tonumber(version) and tonumber(version) < tonumber(ARGV[1])) then
  return {version, '', '', ''}
end
if not version then
  redis.call('SET', KEYS[1], ARGV[1])
  version = ARGV[1]
end
local opening = redis.call('INCR', KEYS[2])
local memory = redis.pcall('INFO', 'memory')
return {version, tostring(opening), redis.call('TIME')[1], type(memory) == 'string' and memory or ''}

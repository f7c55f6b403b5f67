-- KEYS: entries by id, living   ARGV: ids of runs that are over
for _, id in ipairs(ARGV) do
  local entry = redis.call('HGET', KEYS[1], id)
  if entry then
    redis.call('ZREM', KEYS[2], entry)
  end
end
return {}

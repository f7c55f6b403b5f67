-- KEYS: entries by id, newest, living   ARGV: ids
for _, id in ipairs(ARGV) do
  local entry = redis.call('HGET', KEYS[1], id)
  if entry then
    redis.call('ZREM', KEYS[2], entry)
    redis.call('ZREM', KEYS[3], entry)
    redis.call('HDEL', KEYS[1], id)
  end
end
return {}

-- KEYS: some   Gives how many of them are there.
return {redis.call('EXISTS', unpack(KEYS))}

return {checkpoint(6)}

-- With the day a key is retired goes why; the trigger that lets it be retired once holds for both.
grant update (retired_because) on signing_keys to widyapraja_app;

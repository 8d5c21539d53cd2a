-- An answer over which a later one is written takes over when that one was given.
grant update (given_at) on attempt_answers to widyapraja_app;

-- Who may do what: an operator's login executes these functions, selects from the views of views.py, and nothing else.

revoke all on all functions in schema kulkul from public;
revoke all on all tables in schema kulkul from public;
revoke all on all sequences in schema kulkul from public;
grant usage on schema kulkul to kulkul_operator;
grant execute on function
    submit(jsonb), resubmit(jsonb, jsonb), personal_calls(uuid[]), personal_incidents(uuid[]), personal_acts(uuid[]),
    personal_warnings(uuid[]), personal_memos(uuid[]), personal_contacts(varchar[]),
    personal_crews(uuid[]), personal_handovers(uuid[]), erasable_named(text),
    search_page(text[], bigint, int), search_around(text, int), search_narratives(uuid[]),
    calls_of_number(text, uuid), calls_hidden_of_number(text, uuid), log_own_look(text, text, uuid), log_kept_looks(jsonb), read_looks(timestamptz, int),
    reads_incident(uuid), reads_act(uuid), erasable_calls(text), erasable(uuid[]), erasable_holding(text), read_account_log(bigint, int), change_password(text),
    add_operator(text, text, text[], text), set_roles(text, text[]), rename_operator(text, text),
    remove_operator(text), end_sessions(text), reset_password(text, text)
to kulkul_operator;

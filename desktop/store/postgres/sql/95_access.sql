-- Who may do what: an operator's login executes submit and the reading functions, selects what is not personal,
-- and nothing else. meta.py fills in the tables that operators read.

revoke all on all functions in schema kulkul from public;
revoke all on all tables in schema kulkul from public;
revoke all on all sequences in schema kulkul from public;
grant usage on schema kulkul to kulkul_operator;
grant execute on function
    submit(jsonb), personal_calls(uuid[]), personal_incidents(uuid[]), personal_acts(uuid[]),
    accounts_version(), read_account_log(bigint, int), change_password(text),
    add_operator(text, text, text[], text), set_roles(text, text[]), rename_operator(text, text),
    remove_operator(text), end_sessions(text), reset_password(text, text)
to kulkul_operator;
grant select (login, name, roles, removed_at) on operator to kulkul_operator;

-- log_sign_in(workstation, version): writes down that an operator signed in at a desk. What signs in otherwise stands
-- in the server's own log. A login that asks for more than 20 lines a minute gets no more of them.
create function log_sign_in(workstation uuid, version text) returns void language plpgsql security definer
set search_path = kulkul, pg_temp set lock_timeout = '1s'
as
$$
begin
    if not exists (select from operator o where o.login = session_user and o.removed_at is null) or (
        select count(*) from access_log l
        where l.at > clock_timestamp() - interval '1 minute' and l.operator = session_user and l.what = 'sign_in'
    ) >= 20 then
        return;
    end if;
    perform log_look('sign_in', array[btrim(workstation::text || ' ' || left(coalesce(version, ''), 40))]);
end
$$;
revoke all on function log_sign_in(uuid, text) from public;
grant execute on function log_sign_in(uuid, text) to kulkul_operator;

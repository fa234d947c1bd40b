-- read_desks(): the desks that were heard of within a minute or have acts to deliver; null for who does not watch over a
-- centre.
create function read_desks() returns jsonb language plpgsql stable security definer
set search_path = kulkul, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD'
as
$$
begin
    if not holds_role('{supervisor,administrator,auditor}') then
        return null;
    end if;
    return (
        select coalesce(jsonb_agg(jsonb_build_object(
            'number', w.number, 'login', p.login, 'version', p.version, 'seen_at', p.seen_at, 'kept', p.kept
        ) order by w.number, p.login), '[]')
        from desk_presence p join workstation w on w.id = p.workstation
        where p.kept > 0 or p.seen_at > clock_timestamp() - interval '1 minute'
    );
end
$$;
revoke all on function read_desks() from public;
grant execute on function read_desks() to kulkul_operator;

-- The schemas whose desks may go on with this database.
create function schemas_served() returns jsonb language plpgsql stable security definer
set search_path = kulkul, pg_temp
as
$$ begin return setting('schemas_served'); end $$;
revoke all on function schemas_served() from public;
grant execute on function schemas_served() to kulkul_operator;

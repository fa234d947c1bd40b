-- Importing roads, by administrators: one row, in the place of the one before. They are no act.

create function roads_put(file text, digest text, nodes int, edges int, body bytea) returns int
language plpgsql security definer set search_path = kulkul, pg_temp set lock_timeout = '2s'
as
$$
declare made int;
begin
    if not holds_role('{administrator}') then
        raise exception 'only an administrator imports roads' using errcode = 'insufficient_privilege';
    end if;
    insert into road_graph (at, by, file, digest, nodes, edges, body)
    values (clock_timestamp(), session_user, roads_put.file, roads_put.digest, roads_put.nodes, roads_put.edges,
        roads_put.body)
    returning number into made;
    delete from road_graph r where r.number < made;
    return made;
end
$$;

revoke all on function roads_put(text, text, int, int, bytea) from public;
grant execute on function roads_put(text, text, int, int, bytea) to kulkul_operator;

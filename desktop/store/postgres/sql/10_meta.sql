-- What the domain says about tables, kinds of act and moves, as rows. Filled by desktop/store/postgres/meta.py.

create table meta_setting (
    name text primary key,
    value jsonb not null
);

create table meta_table (
    name text primary key,
    position int not null,
    id_type text not null,           -- uuid or varchar
    id_form text not null,           -- a regular expression for the whole id
    personal boolean not null,
    parent text,                     -- of a side table: the table whose ids it shares
    lock_order int,                  -- of a subject's table
    subject_columns text[] not null, -- those that say what an act on a row is about
    subject_refs jsonb not null,     -- the tables to which these refer
    defaults jsonb not null
);

create table meta_column (
    table_name text not null,
    name text not null,
    position int not null,
    kind text not null,
    group_name text,
    nullable boolean not null,
    max_length int not null,
    choices text[],
    low numeric,
    high numeric,
    ref text,
    subject boolean not null,
    primary key (table_name, name)
);

create table meta_group (
    table_name text not null,
    name text not null,
    position int not null,
    primary key (table_name, name)
);

create table meta_kind (
    name text primary key,
    roles text[] not null,
    note text not null,
    max_size int not null,
    guards text[] not null           -- in the order in which they judge
);

create table meta_allowed (
    kind text not null,
    position int not null,
    table_name text not null,
    op text not null,
    fields text[] not null,
    needed text[] not null,
    stamps text[] not null,
    fixed jsonb not null,
    authored text[] not null,
    at_least int not null,
    at_most int not null,
    primary key (kind, table_name, op)
);

create table meta_move (
    what text not null,              -- unit or referral
    before text not null,
    after text not null,
    primary key (what, before, after)
);

create table meta_state (
    what text not null,              -- unit or referral
    name text not null,
    busy boolean not null,           -- at work: a running assignment, a running referral
    free boolean not null,           -- a unit that may be assigned
    primary key (what, name)
);

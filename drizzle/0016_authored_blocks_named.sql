-- Until now a block was called by what its author named it, and such a name alone has a colon. A release is never
-- changed: this writes down what its ids said already.
alter table blocks disable trigger blocks_immutable;
--> statement-breakpoint
update blocks set authored = id where id like '%:%';
--> statement-breakpoint
alter table blocks enable trigger blocks_immutable;

/**
 * What surrounds a public page: the organisation's name and colour, the languages, the comforts of
 * reading, and nothing to get lost in. A template starts with `layout('@layout')` and is drawn by
 * `draw` (draw.ts), whose `Frame` fills all that is here.
 *
 * A kiosk or a wall has a template of its own in the same way. It names its own bundles of
 * frontend/public in `frame.styles` and `frame.scripts` (each is an entry of tools/public.mjs),
 * leaves `frame.path` null to do without the languages and the comforts, and its stylesheet starts
 * from `@import './frame.css'`.
 */
export const layoutTemplate = `<!doctype html>
<html lang="<%= it.language %>" dir="<%= it.direction %>"<% if (it.colour) { %> style="--organization:<%= it.colour %>;--on-organization:<%= it.ink %>"<% } %>>
<head>
<meta charset="utf-8">
<title><%= it.title %></title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<% if (it.letters) { %><link rel="preload" href="<%= it.letters %>" as="font" type="font/woff2" crossorigin>
<% } %><% for (const style of it.styles) { %><link rel="stylesheet" href="<%= style %>">
<% } %><% for (const script of it.scripts) { %><script src="<%= script %>" defer></script>
<% } %></head>
<body>
<a class="skip-link" href="#contenu"><%= t('public.skip') %></a>
<header class="top">
<p class="name"><%= it.organizationName %></p>
<% if (it.languages) { %><nav class="languages" aria-label="<%= t('public.language') %>">
<ul class="row">
<% for (const language of it.languages) { %><li><a href="<%= language.href %>" lang="<%= language.code %>" hreflang="<%= language.code %>" dir="<%= language.direction %>"<% if (language.current) { %> aria-current="true"<% } %>><%= language.name %></a></li>
<% } %></ul>
</nav>
<div class="comfort buttons" role="group" aria-label="<%= t('public.comfort.name') %>" data-comfort hidden>
<button class="button quiet" type="button" data-larger hidden aria-pressed="false"><%~ icon('larger') %> <span><%= t('public.comfort.larger') %></span></button>
<button class="button quiet" type="button" data-read data-stop="<%= t('public.comfort.stop') %>" hidden><%~ icon('volume') %> <span><%= t('public.comfort.read') %></span></button>
</div>
<% } %></header>
<main id="contenu" tabindex="-1">
<%~ it.body %>
</main>
</body>
</html>
`;

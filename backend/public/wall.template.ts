/** Large cards for those who pass: the words, what was done, the month. No name and no reference. */
export const wallTemplate = `<% layout('@layout') %>
<div class="heading">
<p class="above"><%= it.unitName %></p>
<h1><%= t('public.wall.title') %></h1>
</div>
<div data-cards>
<% if (it.cards.length === 0) { %><p class="lead"><%= t('public.wall.empty') %></p>
<% } else { %><ul class="cards">
<% for (const card of it.cards) { %><li class="card">
<p class="kind"><%~ icon(it.pictures[card.kind]) %> <%= t('public.kind.' + card.kind) %></p>
<blockquote dir="auto"><%= card.words %></blockquote>
<% if (card.outcome) { %><div class="outcome"><p class="did"><%~ icon('check') %> <%= t('public.wall.did') %></p><p dir="auto"><%= card.outcome %></p></div>
<% } %><p class="month"><time datetime="<%= card.month %>"><%= card.monthName %></time></p>
</li>
<% } %></ul>
<% } %></div>
<footer class="foot">
<p><%= t('public.wall.tell') %> <strong><bdi dir="ltr"><%= it.address %></bdi></strong></p>
<button class="button" type="button" data-pause data-resume="<%= t('public.wall.resume') %>" hidden><span><%= t('public.wall.pause') %></span></button>
</footer>
`;

/** Thanks, the code that is told this once, and what happens now. */
export const thanksTemplate = `<% layout('@layout') %>
<div class="heading" data-sent="<%= it.draft %>">
<p class="above"><%= it.unitName %></p>
<h1><%= t('public.thanks.title') %></h1>
</div>
<section class="ticket" aria-labelledby="code-name">
<h2 id="code-name"><%= t('public.thanks.code') %></h2>
<p class="code"><bdi dir="ltr"><%= it.receipt.followUpCode %></bdi></p>
<p><strong><%= t('public.thanks.codeLead') %></strong> <%= t('public.thanks.codeOnce') %></p>
<div class="buttons">
<a class="button primary" href="<%= it.followUp %>"><%= t('public.thanks.follow') %></a>
<button class="button" type="button" data-copy="<%= it.receipt.followUpCode %>" data-copied="<%= t('public.thanks.copied') %>" data-failed="<%= t('public.thanks.copyFailed') %>" hidden><%~ icon('copy') %> <span><%= t('public.thanks.copy') %></span></button>
<button class="button" type="button" data-print hidden><%~ icon('printer') %> <%= t('public.thanks.print') %></button>
</div>
<p role="status" data-copy-outcome class="no-print"></p>
<p class="print-only"><%= t('public.thanks.where') %> <bdi dir="ltr"><%= it.address %></bdi></p>
<p class="small soft"><%= t('public.thanks.reference') %> <strong><bdi dir="ltr"><%= it.receipt.reference %></bdi></strong></p>
</section>
<%~ include('@file', it) %>
<section class="stack" aria-labelledby="next">
<h2 id="next"><%= t('public.thanks.next') %></h2>
<%~ include('@thread', it) %>
</section>
<p class="no-print"><a href="<%= it.again %>"><%= t('public.thanks.again') %></a></p>
`;

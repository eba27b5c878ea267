/**
 * One question at a time, each with large targets; the script shows them one after the other, in the
 * language that was touched (`data-t` names the sentence). No link leads away.
 */
export const kioskTemplate = `<% layout('@layout') %>
<% const say = (tag, name, more = '') => '<' + tag + ' data-t="' + name + '"' + more + '>' + t(name, { duration: it.kept }) + '</' + tag + '>'; %>
<noscript><p class="fault"><%= t('public.kiosk.scriptless') %></p></noscript>
<p class="above"><%= it.unitName %></p>
<form data-kiosk data-key="<%= it.key %>" autocomplete="off" novalidate>
<section data-screen="kind">
<div class="languages" role="group" aria-label="<%= t('public.language') %>">
<% for (const { code, name, direction } of it.tongues) { %><button class="button" type="button" data-language="<%= code %>" lang="<%= code %>" dir="<%= direction %>" aria-pressed="<%= code === it.language %>"><%= name %></button>
<% } %></div>
<%~ say('h1', 'public.tell.kind', ' tabindex="-1"') %>
<div class="pictures">
<% for (const kind of it.kinds) { %><button class="button picture" type="button" data-kind="<%= kind %>"><%~ icon(it.pictures[kind]) %> <span><%~ say('strong', 'public.kind.' + kind) %> <%~ say('small', 'public.kindHint.' + kind) %></span></button>
<% } %></div>
<button class="button quiet" type="button" data-full-screen hidden><%~ icon('maximize') %> <%~ say('span', 'public.kiosk.fullScreen') %></button>
</section>
<section data-screen="words" hidden>
<h1 tabindex="-1" id="question" data-question></h1>
<%~ say('p', 'public.tell.bodyHint', ' class="soft" id="body-hint"') %>
<textarea name="body" rows="5" maxlength="<%= it.bodyMaximum %>" aria-labelledby="question" aria-describedby="body-hint body-error" autocomplete="off"></textarea>
<p class="error" id="body-error" data-error="body" role="alert"></p>
<div class="ways">
<button class="button primary" type="button" data-next><%~ say('span', 'public.kiosk.next') %></button>
<button class="button" type="button" data-go="faces"><%~ icon('smile') %> <%~ say('span', 'public.kiosk.rather') %></button>
<button class="button quiet" type="button" data-go="kind"><%~ say('span', 'public.kiosk.back') %></button>
</div>
</section>
<section data-screen="faces" hidden>
<%~ say('h1', 'public.kiosk.faces', ' tabindex="-1"') %>
<div class="pictures three">
<% for (const [smiley, picture] of Object.entries(it.faces)) { %><button class="button picture" type="button" data-face="<%= it.said[smiley] %>"><%~ icon(picture) %> <%~ say('strong', 'public.opinion.smiley.' + smiley) %></button>
<% } %></div>
<div class="ways">
<button class="button quiet" type="button" data-go="words"><%~ say('span', 'public.kiosk.back') %></button>
</div>
</section>
<section data-screen="contact" hidden>
<%~ say('h1', 'public.kiosk.answer', ' tabindex="-1"') %>
<%~ say('p', 'public.kiosk.answerHint', ' class="soft"') %>
<div class="field">
<%~ say('label', 'public.tell.email', ' for="email"') %>
<input type="email" id="email" name="email" dir="ltr" maxlength="254" inputmode="email" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="email-error">
<p class="error" id="email-error" data-error="email" role="alert"></p>
</div>
<div class="field">
<%~ say('label', 'public.tell.phone', ' for="phone"') %>
<input type="tel" id="phone" name="phone" dir="ltr" maxlength="40" autocomplete="off">
</div>
<%~ say('p', 'public.tell.privacy', ' class="small soft"') %>
<div data-wall><label class="tick"><input type="checkbox" name="wallConsent" value="yes"> <%~ say('span', 'public.tell.wall') %></label></div>
<p class="error" data-error="contact" role="alert"></p>
<div class="ways">
<button class="button primary" type="submit"><%~ icon('send') %> <%~ say('span', 'public.kiosk.send') %></button>
<button class="button quiet" type="button" data-go="words"><%~ say('span', 'public.kiosk.back') %></button>
</div>
</section>
<section data-screen="thanks" hidden>
<%~ say('h1', 'public.thanks.title', ' tabindex="-1"') %>
<div class="ticket">
<%~ say('h2', 'public.thanks.code') %>
<p class="code"><bdi dir="ltr" data-code></bdi></p>
<p class="photo"><%~ icon('camera') %> <%~ say('strong', 'public.kiosk.photo') %></p>
<%~ say('p', 'public.thanks.codeLead') %>
<p><%~ say('span', 'public.thanks.where') %> <strong><bdi dir="ltr"><%= it.address %></bdi></strong></p>
</div>
<div class="ways">
<button class="button primary" type="button" data-end><%~ icon('check') %> <%~ say('span', 'public.kiosk.end') %></button>
</div>
</section>
</form>
<dialog data-still-there aria-labelledby="still-there" aria-describedby="still-there-text">
<%~ say('h2', 'public.kiosk.stillThere', ' id="still-there"') %>
<%~ say('p', 'public.kiosk.stillThereText', ' id="still-there-text"') %>
<button class="button primary" type="button"><%~ say('span', 'public.kiosk.here') %></button>
</dialog>
<button class="button quiet sign" type="button" lang="fr" dir="ltr" data-waiting aria-haspopup="dialog" hidden></button>
<dialog class="panel" lang="fr" dir="ltr" data-panel aria-labelledby="panel-title">
<h2 id="panel-title"><%= it.toStaff('kiosk.title') %></h2>
<p><%= it.toStaff('kiosk.text') %></p>
<ul data-refused></ul>
<button class="button" type="button" data-close-panel><%= it.toStaff('kiosk.close') %></button>
</dialog>
<script type="application/json" id="kiosk-words"><%~ it.words %></script>
`;

/** The thread, voice → analysis → action → effect → answer, in public words: `it.steps`. */
export const threadTemplate = `<div class="thread-frame">
<ol class="thread">
<% for (const step of it.steps) { %><li class="<%= step.state %>" data-point="<%= step.point %>"<% if (step.state === 'current') { %> aria-current="step"<% } %>>
<span class="mark" aria-hidden="true"><% if (step.state === 'done') { %><%~ icon('check') %><% } %></span>
<span class="words"><span class="point"><%= t('public.thread.' + step.point) %></span>
<span class="when"><% if (step.state === 'done') { %><span class="visually-hidden"><%= t('public.threadState.done') %></span> <%= step.at ? day(step.at, 'medium') : '' %><% } else if (step.at) { %><%= t('public.threadState.before', { state: t('public.threadState.' + step.state), day: day(step.at, 'medium') }) %><% } else { %><%= t('public.threadState.' + step.state) %><% } %></span></span>
</li>
<% } %></ol>
</div>
`;

/**
 * Devices that speak ONVIF, as far as heads and pictures need them: SOAP 1.2 over HTTP with digest or WS-UsernameToken, clock, services,
 * profiles, streams, and PTZ. Calls block and are for threads named NET; a move, a stop and a question each have a connection of their own.
 * Everything that goes wrong leaves as an {@link vn.toancanh.onvif.OnvifException}. The central server steers by it; no class of
 * OkHttp or of XML is seen outside.
 */
@NullMarked
package vn.toancanh.onvif;

import org.jspecify.annotations.NullMarked;

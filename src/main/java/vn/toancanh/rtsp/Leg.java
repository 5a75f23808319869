package vn.toancanh.rtsp;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.toancanh.rtsp.message.RtspRequest;
import vn.toancanh.rtsp.message.RtspResponse;

/**
 * One connection's worth of a session: what is asked for, where, and by which transports. A redirect begins another leg.
 *
 * @param target its address is what requests name
 * @param hop whom to connect to: the target's own address, or that of whoever stands in for it
 * @param first the address that the caller gave
 * @param transports to be tried, in turn
 * @param unheard the leg before it agreed on another transport, by which not one packet came
 */
record Leg(RtspTarget target, URI hop, URI first, List<Transport> transports, boolean unheard) {
    private static final int PORT = 554;
    private static final int TLS_PORT = 322;

    static Leg of(RtspTarget target) {
        return to(target, target.uri(), target.uri());
    }

    private static Leg to(RtspTarget target, URI hop, URI first) {
        return new Leg(target, hop, first, target.transports().order(encrypted(hop)), false);
    }

    /** Where an answer sends us; empty where it leads to no address that we follow. */
    Optional<Redirect> redirect(RtspResponse answer) {
        return Redirect.of(answer, target.requestUri(), encrypted()).filter(to -> !tellsTooMuch(to));
    }

    /** Where a request of the server's own sends us; empty where it does not, or to no address that we follow. */
    Optional<Redirect> redirect(RtspRequest request) {
        return Redirect.of(request, target.requestUri(), encrypted());
    }

    /**
     * True where following would tell another host what only the address's own is to know: whoever stands in for it (305) is asked
     * for the very address, whose query may be a token.
     */
    private boolean tellsTooMuch(Redirect redirect) {
        URI asked = target.uri();
        return redirect.through() && asked.getRawQuery() != null && !sameHost(redirect.to(), asked);
    }

    /** Where a redirect leads. */
    Leg moved(Redirect redirect) {
        return to(redirect.through() ? target : target.at(withToken(redirect.to())), redirect.to(), first);
    }

    /** The token that a host was asked with is told to the same host again, whatever it calls itself there; to others never. */
    private URI withToken(URI to) {
        return Stream.of(target.uri(), first)
                .filter(known -> sameHost(known, to))
                .findFirst()
                .map(known -> URI.create(ControlUri.withQueryOf(known.toString(), to.toString())))
                .orElse(to);
    }

    private static boolean sameHost(URI one, URI other) {
        return one.getHost().equalsIgnoreCase(other.getHost());
    }

    /** The same by other transports. */
    Leg by(List<Transport> others, boolean unheardBefore) {
        return new Leg(target, hop, first, others, unheardBefore);
    }

    /** The same with that transport tried first, where it is one of those to be tried. */
    Leg beginningBy(Transport known) {
        boolean later = transports.indexOf(known) > 0;
        return later ? by(transports.reversed(), unheard) : this;
    }

    /** A failure on this leg as it is told: that another transport is refused is no news where the first one was silent. */
    RtspFailure told(RtspFailure why) {
        return unheard && why.kind() == RtspFailure.Kind.NO_TRANSPORT
                ? new RtspFailure(RtspFailure.Kind.SILENT, "no packet came, and otherwise: " + why.detail(), null)
                : why;
    }

    /** What is wrong with a leg without transports. */
    static RtspFailure noTransport() {
        return new RtspFailure(RtspFailure.Kind.NO_TRANSPORT, "UDP is not encrypted, and TCP not allowed", null);
    }

    static RtspFailure noEncryption() {
        return new RtspFailure(RtspFailure.Kind.NO_ENCRYPTION, "this system has no encryption", null);
    }

    boolean encrypted() {
        return encrypted(hop);
    }

    private static boolean encrypted(URI uri) {
        return "rtsps".equalsIgnoreCase(uri.getScheme());
    }

    /** True at the host that the caller named, which may be told what another may not. */
    boolean atHome() {
        return sameHost(hop, first);
    }

    /** Name or address, without brackets. */
    String host() {
        String host = hop.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        return hop.getPort() > 0 ? hop.getPort() : encrypted() ? TLS_PORT : PORT;
    }
}

package vn.toancanh.onvif;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked of whoever listens, by WS-Discovery 1.0 (April 2005), which ONVIF wants, and what the answers say. Any thread. */
final class Probe {
    private static final String ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    private static final String DISCOVERY = "http://schemas.xmlsoap.org/ws/2005/04/discovery";
    private static final String SCOPE = "onvif://www.onvif.org/";

    /** A datagram with more of them comes from no camera. */
    private static final int MOST_MATCHES = 64;

    private static final int MOST_WORDS = 64;
    private static final int LONGEST = 100;
    private static final Set<String> OURS =
            Set.of("NetworkVideoTransmitter", "Device", "NetworkVideoStorage", "NetworkVideoDisplay");

    private final String id;
    private final String types;

    private Probe(String types) {
        this.id = UUID.randomUUID().toString();
        this.types = types;
    }

    /** Some answer to the one, some to the other. */
    static List<Probe> all() {
        return List.of(
                new Probe(
                        "<d:Types xmlns:n=\"http://www.onvif.org/ver10/network/wsdl\">n:NetworkVideoTransmitter</d:Types>"),
                new Probe("<d:Types xmlns:n=\"" + Message.DEVICE + "\">n:Device</d:Types>"));
    }

    byte[] datagram() {
        String text =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\""
                        + " xmlns:a=\"" + ADDRESSING + "\" xmlns:d=\"" + DISCOVERY
                        + "\"><e:Header><a:Action e:mustUnderstand=\"true\">"
                        + DISCOVERY + "/Probe</a:Action><a:MessageID>urn:uuid:" + id
                        + "</a:MessageID><a:ReplyTo><a:Address>"
                        + ADDRESSING + "/role/anonymous</a:Address></a:ReplyTo><a:To e:mustUnderstand=\"true\">"
                        + "urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To></e:Header><e:Body><d:Probe>" + types
                        + "</d:Probe></e:Body></e:Envelope>";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The devices that a datagram tells of, which answers one of these.
     *
     * @throws OnvifException where it is no SOAP
     */
    static List<FoundDevice> read(byte[] datagram, List<Probe> asked, InetAddress sender) {
        XmlNode root = XmlReader.read(datagram);
        String answered = root.text("Header", "RelatesTo").orElse("").toLowerCase(Locale.ROOT);
        if (!root.name().equals("Envelope") || asked.stream().noneMatch(probe -> answered.endsWith(probe.id))) {
            return List.of();
        }
        List<FoundDevice> found = new ArrayList<>();
        root.at("Body", "ProbeMatches").map(each -> each.all("ProbeMatch")).orElse(List.of()).stream()
                .limit(MOST_MATCHES)
                .filter(Probe::isOurs)
                .forEach(match -> found(match, sender).ifPresent(found::add));
        return found;
    }

    private static boolean isOurs(XmlNode match) {
        List<String> types = words(match.text("Types"));
        return types.isEmpty()
                || types.stream()
                        .map(type -> type.substring(type.indexOf(':') + 1))
                        .anyMatch(OURS::contains);
    }

    private static Optional<FoundDevice> found(XmlNode match, InetAddress sender) {
        List<URI> told = words(match.text("XAddrs")).stream()
                .map(Probe::address)
                .flatMap(Optional::stream)
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        List<URI> own = told.stream().filter(uri -> isOf(uri, sender)).toList();
        List<URI> services = own.isEmpty() ? List.of(at(sender, told.getFirst())) : own;
        String endpoint = match.text("EndpointReference", "Address").orElse("");
        List<String> scopes = words(match.text("Scopes"));
        return Optional.of(new FoundDevice(
                plain(endpoint),
                services.subList(0, Math.min(FoundDevice.MOST_SERVICES, services.size())),
                scope(scopes, "name/"),
                scope(scopes, "hardware/"),
                scope(scopes, "location/"),
                own.isEmpty()));
    }

    private static Optional<URI> address(String text) {
        try {
            URI uri = new URI(text);
            return DeviceAccess.isAddress(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** True of an address of the sender's own, in figures: no name is looked up because of a datagram. */
    private static boolean isOf(URI told, InetAddress sender) {
        @Nullable InetAddress host = literal(told.getHost());
        return host != null && (host.equals(sender) || (host.isLoopbackAddress() && isThisMachine(sender)));
    }

    private static @Nullable InetAddress literal(String host) {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException name) {
            return null;
        }
    }

    private static boolean isThisMachine(InetAddress sender) {
        try {
            return sender.isLoopbackAddress() || NetworkInterface.getByInetAddress(sender) != null;
        } catch (SocketException unknown) {
            return false;
        }
    }

    /** What was told, at the address from which it came: whoever answers for somebody else is asked himself. */
    private static URI at(InetAddress sender, URI told) {
        String host = sender.getHostAddress();
        String path = told.getRawPath() == null ? "" : told.getRawPath();
        return URI.create(
                told.getScheme() + "://" + (host.contains(":") ? "[" + host.replaceAll("%.*", "") + "]" : host)
                        + (told.getPort() < 0 ? "" : ":" + told.getPort()) + path);
    }

    private static List<String> words(Optional<String> text) {
        return text.map(each -> List.of(each.split("\\s+", MOST_WORDS + 1))).orElse(List.of()).stream()
                .limit(MOST_WORDS)
                .toList();
    }

    private static String scope(List<String> scopes, String kind) {
        return scopes.stream()
                .filter(each -> each.startsWith(SCOPE + kind))
                .map(each -> each.substring(SCOPE.length() + kind.length()))
                .map(Probe::decoded)
                .map(Probe::plain)
                .findFirst()
                .orElse("");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return text;
        }
    }

    /** Without what would draw over a screen, and not long. */
    private static String plain(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}

package vn.toancanh.onvif;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Redacted;

/**
 * What stood in the body of an answer: an element, or a fault, whatever the HTTP status was.
 *
 * @param content null where there is a fault
 */
record SoapReply(@Nullable XmlNode content, @Nullable Fault fault) {
    private static final int MOST_REASON = 160;

    /**
     * Why a device says no.
     *
     * @param codes local names, from the general to the particular, without prefixes
     * @param reason its own words, shortened
     */
    record Fault(List<String> codes, String reason) {
        boolean says(String... any) {
            for (String word : any) {
                if (codes.stream().anyMatch(code -> code.equalsIgnoreCase(word))) {
                    return true;
                }
            }
            return false;
        }

        /** True where it is about who we are; older devices say so in words alone. */
        boolean isAboutCredentials() {
            String words = reason.toLowerCase(Locale.ROOT);
            return says(
                            "NotAuthorized",
                            "FailedAuthentication",
                            "InvalidSecurity",
                            "InvalidSecurityToken",
                            "NotAuthenticated")
                    || words.contains("not authorized")
                    || words.contains("unauthorized");
        }

        OnvifException asException(String action) {
            OnvifFailure.Kind kind = isAboutCredentials()
                    ? OnvifFailure.Kind.CREDENTIALS
                    : says(
                                    "ActionNotSupported",
                                    "OptionalActionNotImplemented",
                                    "NotSupported",
                                    "PTZNotSupported",
                                    "NoPTZ")
                            ? OnvifFailure.Kind.UNSUPPORTED
                            : says("NoToken", "NoProfile", "NoEntity", "NoHomePosition", "NoConfig")
                                    ? OnvifFailure.Kind.NOT_FOUND
                                    : OnvifFailure.Kind.REFUSED;
            return OnvifFailure.of(kind, action + ": " + String.join("/", codes) + " " + reason);
        }
    }

    /** @throws OnvifException where it is no SOAP */
    static SoapReply read(byte[] document) {
        XmlNode root = XmlReader.read(document);
        if (!root.name().equals("Envelope")) {
            throw OnvifFailure.of(OnvifFailure.Kind.NOT_ONVIF, "no SOAP envelope");
        }
        XmlNode body = root.at("Body")
                .orElseThrow(() -> OnvifFailure.of(OnvifFailure.Kind.PROTOCOL, "an envelope without a body"));
        Optional<XmlNode> fault = body.at("Fault");
        if (fault.isPresent()) {
            return new SoapReply(null, fault(fault.get()));
        }
        return new SoapReply(
                body.children().stream()
                        .findFirst()
                        .orElseThrow(() -> OnvifFailure.of(OnvifFailure.Kind.PROTOCOL, "an empty body")),
                null);
    }

    /** SOAP 1.2, and 1.1 as some devices answer all the same. */
    private static Fault fault(XmlNode fault) {
        List<String> codes = new java.util.ArrayList<>();
        Optional<XmlNode> code = fault.at("Code");
        while (code.isPresent() && codes.size() < 8) {
            code.get().text("Value").map(SoapReply::local).ifPresent(codes::add);
            code = code.get().at("Subcode");
        }
        fault.text("faultcode").map(SoapReply::local).ifPresent(codes::add);
        String reason = fault.text("Reason", "Text")
                .or(() -> fault.text("faultstring"))
                .or(() -> fault.text("Detail", "Text"))
                .orElse("");
        return new Fault(List.copyOf(codes), shortened(reason));
    }

    private static String local(String name) {
        return shortened(name.substring(name.indexOf(':') + 1));
    }

    private static String shortened(String text) {
        String plain = Redacted.of(text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
        return plain.length() <= MOST_REASON ? plain : plain.substring(0, MOST_REASON) + "…";
    }

    /** @throws OnvifException where there is a fault */
    XmlNode orThrow(String action) {
        if (fault != null) {
            throw fault.asException(action);
        }
        return java.util.Objects.requireNonNull(content);
    }
}

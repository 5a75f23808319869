package vn.toancanh.simulator.head;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An answer of a head, in SOAP 1.2.
 *
 * @param status of HTTP
 * @param text the whole envelope
 */
record HeadAnswer(int status, String text) {
    private static final String SCHEMA = "http://www.onvif.org/ver10/schema";

    boolean accepted() {
        return status == 200;
    }

    private static HeadAnswer of(int status, String body) {
        return new HeadAnswer(
                status,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<env:Envelope xmlns:env=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:tt=\""
                        + SCHEMA + "\"><env:Body>" + body + "</env:Body></env:Envelope>");
    }

    /** The answer to an operation of a service. */
    static HeadAnswer of(String service, String operation, String content) {
        return of(
                200,
                "<n:" + operation + "Response xmlns:n=\"http://www.onvif.org/" + service + "/wsdl\">" + content + "</n:"
                        + operation + "Response>");
    }

    static HeadAnswer ptz(String operation, String content) {
        return of("ver20/ptz", operation, content);
    }

    static HeadAnswer fault(String subcode, String reason) {
        return of(
                400,
                "<env:Fault><env:Code><env:Value>env:Sender</env:Value><env:Subcode><env:Value"
                        + " xmlns:ter=\"http://www.onvif.org/ver10/error\">ter:" + subcode
                        + "</env:Value></env:Subcode></env:Code><env:Reason><env:Text xml:lang=\"en\">"
                        + escaped(reason)
                        + "</env:Text></env:Reason></env:Fault>");
    }

    /**
     * Where its services are.
     *
     * @param base address of the device, without a slash at its end
     * @param head it has the PTZ service
     * @param lens it has the Imaging service
     */
    static HeadAnswer services(String base, boolean head, boolean lens) {
        StringBuilder all = new StringBuilder();
        Map<String, String> services = new LinkedHashMap<>(
                Map.of("ver10/device", "device_service", "ver10/media", "media", "ver20/media", "media2"));
        if (head) {
            services.put("ver20/ptz", "ptz");
        }
        if (lens) {
            services.put("ver20/imaging", "imaging");
        }
        services.forEach((namespace, path) -> all.append("<n:Service><n:Namespace>http://www.onvif.org/")
                .append(namespace)
                .append("/wsdl</n:Namespace><n:XAddr>")
                .append(base)
                .append('/')
                .append(path)
                .append("</n:XAddr><n:Version><tt:Major>2</tt:Major><tt:Minor>0</tt:Minor></n:Version></n:Service>"));
        return of("ver10/device", "GetServices", all.toString());
    }

    static HeadAnswer profiles() {
        return of(
                "ver20/media",
                "GetProfiles",
                "<n:Profiles token=\"main\" fixed=\"true\"><n:Name>main</n:Name><n:Configurations><n:VideoSource token=\"video\">"
                        + "<tt:SourceToken>lens</tt:SourceToken></n:VideoSource><n:PTZ token=\"ptz\">"
                        + "<tt:Name>ptz</tt:Name><tt:NodeToken>node</tt:NodeToken><tt:DefaultPTZTimeout>PT5S</tt:DefaultPTZTimeout>"
                        + "</n:PTZ></n:Configurations></n:Profiles>");
    }

    static HeadAnswer options() {
        return ptz(
                "GetConfigurationOptions",
                "<n:PTZConfigurationOptions><tt:Spaces><tt:ContinuousPanTiltVelocitySpace/><tt:ContinuousZoomVelocitySpace/>"
                        + "<tt:RelativePanTiltTranslationSpace><tt:URI>" + SoapRequest.PLACES_IN_PICTURE
                        + "</tt:URI></tt:RelativePanTiltTranslationSpace><tt:RelativeZoomTranslationSpace><tt:URI>"
                        + SoapRequest.NEARNESS_OF_PICTURE + "</tt:URI></tt:RelativeZoomTranslationSpace>"
                        + "</tt:Spaces><tt:PTZTimeout><tt:Min>PT1S</tt:Min><tt:Max>PT10S</tt:Max></tt:PTZTimeout>"
                        + "</n:PTZConfigurationOptions>");
    }

    /**
     * What it can keep, and what is switched on and off.
     *
     * @param mostPresets how many places it has room for
     */
    static HeadAnswer nodes(int mostPresets, List<String> auxiliaries) {
        return ptz(
                "GetNodes",
                "<n:PTZNode token=\"node\" FixedHomePosition=\"false\"><tt:Name>node</tt:Name>" + spaces()
                        + "<tt:MaximumNumberOfPresets>" + mostPresets
                        + "</tt:MaximumNumberOfPresets><tt:HomeSupported>true</tt:HomeSupported>"
                        + auxiliaries.stream()
                                .map(each -> "<tt:AuxiliaryCommands>" + escaped(each) + "</tt:AuxiliaryCommands>")
                                .collect(Collectors.joining())
                        + "</n:PTZNode>");
    }

    /** The ranges of its places. */
    private static String spaces() {
        String generic = "http://www.onvif.org/ver10/tptz/";
        return "<tt:SupportedPTZSpaces><tt:AbsolutePanTiltPositionSpace><tt:URI>" + generic
                + "PanTiltSpaces/PositionGenericSpace</tt:URI><tt:XRange><tt:Min>-1</tt:Min><tt:Max>1</tt:Max></tt:XRange>"
                + "<tt:YRange><tt:Min>-1</tt:Min><tt:Max>1</tt:Max></tt:YRange></tt:AbsolutePanTiltPositionSpace>"
                + "<tt:AbsoluteZoomPositionSpace><tt:URI>" + generic
                + "ZoomSpaces/PositionGenericSpace</tt:URI><tt:XRange><tt:Min>0</tt:Min><tt:Max>1</tt:Max></tt:XRange>"
                + "</tt:AbsoluteZoomPositionSpace></tt:SupportedPTZSpaces>";
    }

    /** @param moving {@code IDLE}, {@code MOVING} or {@code UNKNOWN} */
    static HeadAnswer status(HeadPosition at, String moving, String utc) {
        return ptz(
                "GetStatus",
                "<n:PTZStatus><tt:Position>" + place(at) + "</tt:Position><tt:MoveStatus><tt:PanTilt>" + moving
                        + "</tt:PanTilt><tt:Zoom>" + moving + "</tt:Zoom></tt:MoveStatus><tt:UtcTime>" + utc
                        + "</tt:UtcTime></n:PTZStatus>");
    }

    static String place(HeadPosition at) {
        return String.format(
                Locale.ROOT,
                "<tt:PanTilt x=\"%.4f\" y=\"%.4f\"/><tt:Zoom x=\"%.4f\"/>",
                at.pan(),
                at.tilt(),
                at.zoom());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

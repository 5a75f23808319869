package vn.toancanh.onvif;

import java.time.Duration;

/**
 * What a device is asked.
 *
 * @param action SOAP action, a URI
 * @param body the element within the envelope's body
 * @param patience for the whole answer
 */
record Message(String action, String body, Duration patience) {
    static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
    static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";
    static final String MEDIA2 = "http://www.onvif.org/ver20/media/wsdl";
    static final String PTZ = "http://www.onvif.org/ver20/ptz/wsdl";
    static final String IMAGING = "http://www.onvif.org/ver20/imaging/wsdl";
    static final String SCHEMA = "http://www.onvif.org/ver10/schema";

    /**
     * An operation of a service.
     *
     * @param inside elements with the prefix {@code s} for the service and {@code t} for the common schema
     */
    static Message of(String service, String operation, String inside, Duration patience) {
        String body = "<s:" + operation + " xmlns:s=\"" + service + "\" xmlns:t=\"" + SCHEMA + "\">" + inside + "</s:"
                + operation + ">";
        return new Message(service + "/" + operation, body, patience);
    }
}

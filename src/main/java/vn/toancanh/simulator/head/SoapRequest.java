package vn.toancanh.simulator.head;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a request asks for.
 *
 * @param operation name of the element in the body, with {@link #IMAGING} before it where it is for that service; empty where there is
 *     none
 * @param values texts by the name of their element, attributes by {@code element@attribute}; the first of each
 */
record SoapRequest(String operation, Map<String, String> values) {
    /** Before the names of what is asked of the Imaging service, which has a {@code Stop} of its own. */
    static final String IMAGING = "Imaging.";

    /** The space of a way to turn that is told by the picture. */
    static final String PLACES_IN_PICTURE = "http://www.onvif.org/ver10/tptz/PanTiltSpaces/TranslationSpaceFov";

    /** The space of a way to zoom that is told by the picture. */
    static final String NEARNESS_OF_PICTURE = "http://www.onvif.org/ver10/tptz/ZoomSpaces/TranslationSpaceFov";

    private static final int MOST_DEPTH = 32;

    /** @throws XMLStreamException where it is no XML, or has a document type */
    static SoapRequest read(byte[] body) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
        Map<String, String> values = new HashMap<>();
        String operation = "";
        boolean inBody = false;
        String open = "";
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open = reader.getLocalName();
                    if (++depth > MOST_DEPTH) {
                        throw new XMLStreamException("too deep");
                    }
                    if (inBody && operation.isEmpty()) {
                        operation = (isImaging(reader) ? IMAGING : "") + open;
                    }
                    inBody |= open.equals("Body");
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        values.putIfAbsent(open + "@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (!reader.isWhiteSpace()) {
                        values.putIfAbsent(open, reader.getText().strip());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type");
                default -> {
                    // Comments and the like.
                }
            }
        }
        return new SoapRequest(operation, values);
    }

    private static boolean isImaging(XMLStreamReader reader) {
        return "http://www.onvif.org/ver20/imaging/wsdl".equals(reader.getNamespaceURI());
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A number; 0 where there is none. */
    double number(String name) {
        try {
            return value(name).map(Double::parseDouble).filter(Double::isFinite).orElse(0.0);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}

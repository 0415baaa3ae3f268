package org.kennelcache.tck;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML files that surefire and failsafe write, one for each test class. */
final class SurefireReports {

    /** The system property by which an execution says what it expects of the provider. */
    static final String STORE_BY_REFERENCE = "tck.storeByReference";

    /** What the TCK logs instead of running a test; the log of a test stands in its report. */
    private static final String EMPTIED = "===== EXCLUDING TEST";

    private SurefireReports() {}

    /**
     * The run whose reports are in a folder: without results where there are no reports.
     *
     * @throws IOException if there is no such folder, or a report can't be read to its end, as after a crash
     */
    static TckRun read(Path directory) throws IOException {
        List<TestResult> results = new ArrayList<>();
        boolean storeByReference = false;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "TEST-*.xml")) {
            for (Path file : files) {
                Document report = parse(file);
                elements(report, "testcase").map(SurefireReports::result).forEach(results::add);
                storeByReference |= elements(report, "property").anyMatch(SurefireReports::claimsStoreByReference);
            }
        }
        return new TckRun(storeByReference, results);
    }

    private static Document parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(file.toFile());
        } catch (SAXException e) {
            throw new IOException(file + " is not a complete XML report", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser lacks a feature that it must have", e);
        }
    }

    private static TestResult result(Element testcase) {
        return new TestResult(testcase.getAttribute("classname"), testcase.getAttribute("name"), outcome(testcase));
    }

    private static Outcome outcome(Element testcase) {
        if (has(testcase, "failure") || has(testcase, "error")) {
            return Outcome.FAILED;
        }
        if (has(testcase, "skipped")) {
            return Outcome.SKIPPED;
        }
        return testcase.getTextContent().contains(EMPTIED) ? Outcome.EMPTIED : Outcome.PASSED;
    }

    private static boolean claimsStoreByReference(Element property) {
        return property.getAttribute("name").equals(STORE_BY_REFERENCE)
                && property.getAttribute("value").equals("true");
    }

    private static boolean has(Element testcase, String child) {
        return testcase.getElementsByTagName(child).getLength() > 0;
    }

    private static Stream<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }
}

package badhouse.invoices;

import org.camunda.bpm.spring.boot.starter.annotation.EnableProcessApplication;

@EnableProcessApplication
class DeploysItself {}

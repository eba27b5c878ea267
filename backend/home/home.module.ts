import { Module } from '@nestjs/common';
import { HomeController } from './home.controller.js';
import { Home } from './home.service.js';

/** What I owe today. */
@Module({ controllers: [HomeController], providers: [Home] })
export class HomeModule {}
